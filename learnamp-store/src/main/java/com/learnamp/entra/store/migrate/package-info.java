/** The store's schema, and how a database gets it. */
@NullMarked
package com.learnamp.entra.store.migrate;

import org.jspecify.annotations.NullMarked;
