@NullMarked
package com.learnamp.entra.fetcher.roster;

import org.jspecify.annotations.NullMarked;
