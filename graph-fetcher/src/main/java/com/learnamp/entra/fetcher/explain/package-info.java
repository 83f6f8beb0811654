/** What Entra says of one person, for an admin who asks why somebody is here, or is not. */
@NullMarked
package com.learnamp.entra.fetcher.explain;

import org.jspecify.annotations.NullMarked;
