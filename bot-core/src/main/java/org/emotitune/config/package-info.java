/** Settings, read once from the environment. */
@NullMarked
package org.emotitune.config;

import org.jspecify.annotations.NullMarked;
