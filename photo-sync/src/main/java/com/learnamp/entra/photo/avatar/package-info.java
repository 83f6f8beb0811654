/** The pictures that are shown, by their content. */
@NullMarked
package com.learnamp.entra.photo.avatar;

import org.jspecify.annotations.NullMarked;
