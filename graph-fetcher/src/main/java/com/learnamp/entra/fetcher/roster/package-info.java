/** Whom each company has been told of: versions and hashes, no personal data. */
@NullMarked
package com.learnamp.entra.fetcher.roster;

import org.jspecify.annotations.NullMarked;
