/** Services on the web, over HTTP: the only package that knows their addresses and formats. */
@NullMarked
package org.emotitune.web;

import org.jspecify.annotations.NullMarked;
