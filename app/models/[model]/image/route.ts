import { answerModelImage } from "@/components/share/answer-image";

/** The image that chats show beside a link to the model. */
export async function GET(request: Request, { params }: RouteContext<"/models/[model]/image">): Promise<Response> {
  return answerModelImage({ request, id: (await params).model });
}

export { GET as HEAD };
