/** A company's own mappings: which attribute, or expression, gives a custom field its value. */
@NullMarked
package com.learnamp.entra.console.mappings;

import org.jspecify.annotations.NullMarked;
