@NullMarked
package com.learnamp.entra.fetcher.queue;

import org.jspecify.annotations.NullMarked;
