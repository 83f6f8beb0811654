@NullMarked
package com.learnamp.entra.fetcher.lease;

import org.jspecify.annotations.NullMarked;
