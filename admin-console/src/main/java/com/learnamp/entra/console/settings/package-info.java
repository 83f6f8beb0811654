/** A company's integration: its settings, its connection, its checks. */
@NullMarked
package com.learnamp.entra.console.settings;

import org.jspecify.annotations.NullMarked;
