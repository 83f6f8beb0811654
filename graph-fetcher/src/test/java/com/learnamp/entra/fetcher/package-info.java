@NullMarked
package com.learnamp.entra.fetcher;

import org.jspecify.annotations.NullMarked;
