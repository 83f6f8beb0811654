@NullMarked
package com.learnamp.entra.fetcher.lookup;

import org.jspecify.annotations.NullMarked;
