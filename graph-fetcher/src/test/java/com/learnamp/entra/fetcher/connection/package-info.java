@NullMarked
package com.learnamp.entra.fetcher.connection;

import org.jspecify.annotations.NullMarked;
