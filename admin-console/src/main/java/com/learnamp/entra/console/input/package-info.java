/** What people and programs enter: taken field by field, with what is wrong told beside each. */
@NullMarked
package com.learnamp.entra.console.input;

import org.jspecify.annotations.NullMarked;
