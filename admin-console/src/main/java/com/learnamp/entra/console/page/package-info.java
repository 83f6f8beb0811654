/** What all pages share: the frame, words, times, theme. */
@NullMarked
package com.learnamp.entra.console.page;

import org.jspecify.annotations.NullMarked;
