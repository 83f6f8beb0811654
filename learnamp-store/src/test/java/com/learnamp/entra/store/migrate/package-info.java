@NullMarked
package com.learnamp.entra.store.migrate;

import org.jspecify.annotations.NullMarked;
