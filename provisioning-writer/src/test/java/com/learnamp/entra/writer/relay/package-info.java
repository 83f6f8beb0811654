@NullMarked
package com.learnamp.entra.writer.relay;

import org.jspecify.annotations.NullMarked;
