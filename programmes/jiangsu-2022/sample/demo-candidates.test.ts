import { expect, test } from 'vitest';
import type { PlanContent } from '#domain/filing/plan.ts';
import { checkCreditCode } from '#domain/values/identifiers.ts';
import { demoCandidates } from './demo-candidates.ts';
import { demoRecommended } from './demo-intake.ts';
import sample from './plan.json' with { type: 'json' };

const whole = sample as PlanContent;

test.each([...demoCandidates(whole), ...demoRecommended(whole)])(
  'the demonstration’s plan of $zone has nothing of the sample’s place, and no company of its',
  (plan) => {
    const told = JSON.stringify(plan);
    expect(told.match(/.{0,12}(泰州|泰政发|泰药|药城|医药高新区|0523-|"225300"|薛映川|321203|TXT\d).{0,12}/g)).toEqual(null);
    const codes = told.match(/"\d{8}TX[A-Z][0-9A-Z]{7}"/g)!.map((code) => code.slice(1, -1));
    expect(codes.filter((code) => checkCreditCode(code) !== 'valid')).toEqual([]);
  },
);
