@NullMarked
package com.learnamp.entra.fetcher.subscription;

import org.jspecify.annotations.NullMarked;
