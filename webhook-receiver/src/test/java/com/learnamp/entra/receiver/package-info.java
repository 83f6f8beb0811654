@NullMarked
package com.learnamp.entra.receiver;

import org.jspecify.annotations.NullMarked;
