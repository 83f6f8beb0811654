/**
 * Learn Amp's store as the services see it: ports that give records. What is read or written
 * belongs to the company of the running transaction; without one nothing is seen.
 */
@NullMarked
package com.learnamp.entra.store;

import org.jspecify.annotations.NullMarked;
