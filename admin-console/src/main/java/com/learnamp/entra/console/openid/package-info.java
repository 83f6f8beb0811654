/**
 * Signing in elsewhere by OpenID Connect: the way there, the way back, and what the id token
 * proves.
 */
@NullMarked
package com.learnamp.entra.console.openid;

import org.jspecify.annotations.NullMarked;
