@NullMarked
package com.learnamp.entra.writer.mail;

import org.jspecify.annotations.NullMarked;
