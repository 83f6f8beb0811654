/**
 * One owner for each tenant, fenced: leases with epochs, versions without clocks, writes that
 * check.
 */
@NullMarked
package com.learnamp.entra.fetcher.lease;

import org.jspecify.annotations.NullMarked;
