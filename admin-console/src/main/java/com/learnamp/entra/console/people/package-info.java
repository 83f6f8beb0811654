/** Pages of individuals: found, looked at, invited, synced. */
@NullMarked
package com.learnamp.entra.console.people;

import org.jspecify.annotations.NullMarked;
