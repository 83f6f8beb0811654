@NullMarked
package com.learnamp.entra.writer.invite;

import org.jspecify.annotations.NullMarked;
