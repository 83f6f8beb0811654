/** Microsoft Graph and the Entra login, simulated: start it here. */
@NullMarked
package com.learnamp.entra.simulator;

import org.jspecify.annotations.NullMarked;
