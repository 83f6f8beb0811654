@NullMarked
package com.learnamp.entra.simulator.notifications;

import org.jspecify.annotations.NullMarked;
