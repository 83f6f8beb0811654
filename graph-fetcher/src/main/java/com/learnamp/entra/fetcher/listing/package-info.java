/** Full syncs: everybody in a company's group, proved complete. */
@NullMarked
package com.learnamp.entra.fetcher.listing;

import org.jspecify.annotations.NullMarked;
