/** Change notifications: subscriptions, and how Graph delivers to them. */
@NullMarked
package com.learnamp.entra.simulator.notifications;

import org.jspecify.annotations.NullMarked;
