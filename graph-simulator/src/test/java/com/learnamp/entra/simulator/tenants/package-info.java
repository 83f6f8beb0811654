@NullMarked
package com.learnamp.entra.simulator.tenants;

import org.jspecify.annotations.NullMarked;
