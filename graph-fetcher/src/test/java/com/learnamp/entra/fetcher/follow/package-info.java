@NullMarked
package com.learnamp.entra.fetcher.follow;

import org.jspecify.annotations.NullMarked;
