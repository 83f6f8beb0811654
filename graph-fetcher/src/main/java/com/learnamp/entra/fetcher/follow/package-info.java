/** Delta queries: the safety net for notifications that never come. */
@NullMarked
package com.learnamp.entra.fetcher.follow;

import org.jspecify.annotations.NullMarked;
