/** What is taken as a picture, and what becomes of it before it is stored. */
@NullMarked
package com.learnamp.entra.photo.picture;

import org.jspecify.annotations.NullMarked;
