@NullMarked
package com.learnamp.entra.fetcher.tenant;

import org.jspecify.annotations.NullMarked;
