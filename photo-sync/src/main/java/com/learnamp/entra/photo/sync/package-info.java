/** Looking at photos and making avatars equal to them. */
@NullMarked
package com.learnamp.entra.photo.sync;

import org.jspecify.annotations.NullMarked;
