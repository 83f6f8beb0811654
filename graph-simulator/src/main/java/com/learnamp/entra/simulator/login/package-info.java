/**
 * The Entra login: tokens, discovery, consent, sign-in, and the TLS certificate it is served with.
 */
@NullMarked
package com.learnamp.entra.simulator.login;

import org.jspecify.annotations.NullMarked;
