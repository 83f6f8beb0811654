/**
 * Microsoft Graph for one tenant: the SDK's typed request builders and azure-identity in, small
 * records out.
 */
@NullMarked
package com.learnamp.entra.graph;

import org.jspecify.annotations.NullMarked;
