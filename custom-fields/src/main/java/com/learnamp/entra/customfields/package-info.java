/** What a company's own mappings make of somebody's attributes: the same wherever it is asked. */
@NullMarked
package com.learnamp.entra.customfields;

import org.jspecify.annotations.NullMarked;
