@NullMarked
package com.learnamp.entra.fetcher.listing;

import org.jspecify.annotations.NullMarked;
