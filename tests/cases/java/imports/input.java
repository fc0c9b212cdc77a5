package com . example /* odd */ .app;
import java.util.List;
import java.util.*;
import Alone;
import static java.util.Map.entry;
import static com.example.Names.Inner.BUCKET;
import static com.example.Names.*;
import com.example
    .Split;
import com.example.record.module.Contextual;;
