/** Microsoft Graph as this service reaches it: settings, lanes, metrics. */
@NullMarked
package com.learnamp.entra.fetcher.graph;

import org.jspecify.annotations.NullMarked;
