/** What this process owns, and the threads that work for it. */
@NullMarked
package com.learnamp.entra.fetcher.tenant;

import org.jspecify.annotations.NullMarked;
