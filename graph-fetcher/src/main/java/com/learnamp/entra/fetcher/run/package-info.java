/** The runs of full syncs as rows: asked for, under way, ended. */
@NullMarked
package com.learnamp.entra.fetcher.run;

import org.jspecify.annotations.NullMarked;
