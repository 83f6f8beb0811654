/** Transactions on the store. */
@NullMarked
package com.learnamp.entra.photo.store;

import org.jspecify.annotations.NullMarked;
