/** The service behind the server: its rules, its lists, its made-up data. */
@NullMarked
package com.ofauth.access.testing.internal.service;

import org.jspecify.annotations.NullMarked;
