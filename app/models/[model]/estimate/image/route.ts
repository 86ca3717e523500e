import { answerResultImage } from "@/components/share/answer-image";

/** The image that chats show beside a link to the result with the same query. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/models/[model]/estimate/image">,
): Promise<Response> {
  return answerResultImage({ request, id: (await params).model });
}

export { GET as HEAD };
