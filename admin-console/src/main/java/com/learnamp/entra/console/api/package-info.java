/**
 * Learn Amp's public API: tokens for programs, and people and teams as its documentation has them.
 */
@NullMarked
package com.learnamp.entra.console.api;

import org.jspecify.annotations.NullMarked;
