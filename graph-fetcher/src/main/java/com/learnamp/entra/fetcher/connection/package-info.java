/** How each company's connection to Graph stands, in words that an admin understands. */
@NullMarked
package com.learnamp.entra.fetcher.connection;

import org.jspecify.annotations.NullMarked;
