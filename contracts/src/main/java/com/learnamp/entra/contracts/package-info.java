/** What travels on the topics, and how it is keyed, ordered and versioned. */
@NullMarked
package com.learnamp.entra.contracts;

import org.jspecify.annotations.NullMarked;
