/** Graph's promise to call: made, adopted, renewed, verified, ended. */
@NullMarked
package com.learnamp.entra.fetcher.subscription;

import org.jspecify.annotations.NullMarked;
