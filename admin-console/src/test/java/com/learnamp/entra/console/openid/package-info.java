@NullMarked
package com.learnamp.entra.console.openid;

import org.jspecify.annotations.NullMarked;
