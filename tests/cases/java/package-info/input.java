/** Documentation. */
@NonNullApi
package com.example.app;

import a.NonNullApi;
