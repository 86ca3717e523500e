"use client";

import dynamic from "next/dynamic";

/** The form where an estimate was asked for; loaded only then, so that its script is no part of a result. */
export const FaultyForm = dynamic(() => import("./estimate-form").then(({ EstimateForm }) => EstimateForm));
