/** The broker, the database and the mail server that everything stands on, real and embedded. */
@NullMarked
package com.learnamp.entra.backing;

import org.jspecify.annotations.NullMarked;
